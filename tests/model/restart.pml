/* Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0 */

/* Value functions that an interrupt sends back to their start: a model of
 * arch/load_store/operations.h under percpu/restart.h, for Spin.
 *
 *   spin -a restart.pml && cc -O2 -DSAFETY -o pan pan.c && ./pan
 *
 * Two CPUs run two threads, each of which calls fetch_add(1) on a variable a
 * few times. At every boundary between two instructions the timer may take a
 * CPU from its thread, which goes on where a CPU is free; or an interrupt may
 * come whose handler calls fetch_add(1) too, and is interrupted the same way.
 *
 * The search goes through every order of these, and holds that
 * - a store changes the copy of the CPU that it runs on,
 * - the copies add up to the number of calls,
 * - the calls on a copy return 0, 1, 2, ..., each once.
 *
 * What a kernel hands over with a thread is ordered by its scheduler's lock.
 * The model has no weaker order of memory.
 *
 * The names below change it when they are defined (spin -DNAME).
 *
 *   The two kinds of sequence, both right:
 *   (none)                the base is copied to a register of the sequence
 *   BASE_IN_PLACE         load and store use the CPU's own register: hot
 *                         variables on riscv64 and loongarch64
 *
 *   When the interrupted code is sent back, both right:
 *   (none)                before anything else runs
 *   SENT_BACK_AT_RETURN   before it goes on
 *
 *   Mistakes, each of which the search has to find:
 *   NEVER_SENT_BACK       no interrupt sends anything back
 *   HANDLERS_SEND_NOTHING_BACK
 *                         only one that switches threads does
 *   SWITCHES_SEND_NOTHING_BACK
 *                         only one whose handler uses the variable does
 *   START=FIRST+1         the sequence starts at its second instruction
 *   END=STORE             it ends before the store
 *   END=RETURN+1          it ends an instruction after the store
 *   STORE_NOT_LAST        another instruction follows the store
 *   INPUT_CHANGED         the sum takes the place of the operand
 *   REGISTER_MOVES        a thread takes the CPU's register along
 */

#define CPUS 2
#define THREADS 2
#define CALLS 2 /* Of each thread. */
#define DEPTH 2 /* Handlers on a CPU, of which one interrupts the other. */
#ifndef INTERRUPTS
#define INTERRUPTS 4 /* On either CPU, whose handlers make a call each. */
#endif

/* The instructions of fetch_add(1): what a program counter holds. */
#define READ_BASE 0
#define LOAD 1
#define ADD 2
#define STORE 3
#ifdef STORE_NOT_LAST
#define MORE 4
#define RETURN 5
#else
#define RETURN 4
#endif

#ifdef BASE_IN_PLACE
#define FIRST LOAD
#define BASE cpu_register[cpu]
#else
#define FIRST READ_BASE
#define BASE running.base
#endif

/* percpu::arch::Sequence. */
#ifndef START
#define START FIRST
#endif
#ifndef END
#define END RETURN
#endif

#define restart_interrupted(pc) (START <= pc && pc < END -> START : pc)

typedef Context {
  byte pc;
  byte base;
  byte operand;
  byte old;
  byte result;
  byte saved_register;
  byte calls;        /* That are left. */
  byte changed_copy; /* For the checks. */
};

/* The threads', and then those of each CPU's handlers. */
Context context[THREADS + CPUS * DEPTH];
bool is_ready[THREADS];
byte ended_threads;
byte interrupts = INTERRUPTS; /* That are left. */

/* An index stands for a base. */
byte cpu_register[CPUS];
byte copy[CPUS];

/* For the checks: a bit for each value that was returned. */
int returned[CPUS];
byte returns;

#define NONE 255

/* What `cpu` runs, in its process. */
#define is_running (handlers > 0 || thread != NONE)
#define running \
  context[(handlers > 0 -> THREADS + cpu * DEPTH + handlers - 1 : thread)]

/* States that differ only in what nobody reads again are one. */
inline forget_registers() {
  running.base = 0;
  running.old = 0;
  running.result = 0
}

inline send_back() {
  if
  :: is_running ->
    running.pc = restart_interrupted(running.pc);
    if
    :: running.pc == FIRST -> forget_registers()
    :: else
    fi
  :: else
  fi
}

#if defined(NEVER_SENT_BACK) || defined(SENT_BACK_AT_RETURN) || \
    defined(HANDLERS_SEND_NOTHING_BACK)
#define before_handler() skip
#else
#define before_handler() send_back()
#endif
#if defined(NEVER_SENT_BACK) || defined(SENT_BACK_AT_RETURN) || \
    defined(SWITCHES_SEND_NOTHING_BACK)
#define before_switch() skip
#else
#define before_switch() send_back()
#endif
#ifdef SENT_BACK_AT_RETURN
#define before_return() send_back()
#else
#define before_return() skip
#endif

inline call() {
  running.operand = 1;
  running.pc = FIRST
}

#define returned_here returned[running.changed_copy]

inline check_return() {
  assert((returned_here & (1 << running.old)) == 0);
  returned_here = returned_here | (1 << running.old);
  returns++;
  running.changed_copy = 0
}

/* The thread or the handler that runs has made its calls. */
inline leave() {
  if
  :: handlers > 0 ->
    handlers--;
    before_return()
  :: else ->
    thread = NONE;
    ended_threads++
  fi
}

inline execute_instruction() {
  if
#ifndef BASE_IN_PLACE
  :: running.pc == READ_BASE ->
    running.base = cpu_register[cpu];
    running.pc++
#endif
  :: running.pc == LOAD ->
    running.old = copy[BASE];
    running.pc++
  :: running.pc == ADD ->
    running.result = running.old + running.operand;
#ifdef INPUT_CHANGED
    running.operand = running.result;
#endif
    running.pc++
  :: running.pc == STORE ->
    assert(BASE == cpu);
    copy[BASE] = running.result;
    running.changed_copy = BASE;
    running.pc++
#ifdef STORE_NOT_LAST
  :: running.pc == MORE ->
    running.pc++
#endif
  :: running.pc == RETURN ->
    check_return();
    forget_registers();
    running.calls--;
    if
    :: running.calls > 0 -> call()
    :: else -> leave()
    fi
  fi
}

inline enter_handler() {
  before_handler();
  interrupts--;
  handlers++;
  running.calls = 1;
  call()
}

inline put_thread_aside() {
  before_switch();
#ifdef REGISTER_MOVES
  running.saved_register = cpu_register[cpu];
#endif
  is_ready[thread] = true;
  thread = NONE
}

inline take_thread() {
  if
  :: is_ready[0] -> thread = 0
  :: is_ready[1] -> thread = 1
  fi;
  is_ready[thread] = false;
#ifdef REGISTER_MOVES
  cpu_register[cpu] = running.saved_register;
#endif
  before_return()
}

proctype Cpu(byte cpu) {
  byte thread = NONE;
  byte handlers;
  do
  :: atomic { is_running -> execute_instruction() }
  :: atomic { interrupts > 0 && handlers < DEPTH -> enter_handler() }
  :: atomic { handlers == 0 && thread != NONE -> put_thread_aside() }
  :: atomic {
      !is_running && (is_ready[0] || is_ready[1]) -> take_thread()
    }
  :: !is_running && ended_threads == THREADS -> break
  od
}

init {
  byte i;
  atomic {
    for (i : 0 .. THREADS - 1) {
      context[i].calls = CALLS;
      context[i].operand = 1;
      context[i].pc = FIRST;
      is_ready[i] = true
    }
    for (i : 0 .. CPUS - 1) {
      cpu_register[i] = i;
      run Cpu(i)
    }
  }
  _nr_pr == 1; /* Every CPU has done its part. */
  assert(copy[0] + copy[1] == returns);
  for (i : 0 .. CPUS - 1) {
    assert(returned[i] == (1 << copy[i]) - 1)
  }
}
