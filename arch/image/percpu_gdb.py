# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Per-CPU variables in gdb. The image carries this script (layout.S).

    print $percpu("ticks")                    on the selected thread's CPU
    print $percpu("sched::queue", 2).length   on CPU 2
    set variable $percpu("ticks", 0) = 7
    info percpu                               the areas and the variables
    info percpu ticks                         every CPU's copy

The end of a qualified name is enough where it is the only one: "queue". Of
several in anonymous namespaces the selected frame's file has its own, and
"sched/queue.cc:lock" names a file.

gdb runs the script in the same namespace as others: every name here begins
with Percpu.
"""

import collections
import re

import gdb


class PercpuAreas:
    """Where the CPUs' areas are, as init() left them."""

    # By how gdb's names of architectures begin: the registers that may lead
    # to the area, as QEMU's gdbstub names them. In user mode, KERNEL_GS_BASE.
    REGISTERS = {
        "Loongarch64": ["r21"],
        "aarch64": ["TPIDR_EL1", "TPIDR_EL2"],
        "i386:x86-64": ["gs_base", "k_gs_base"],
        "riscv:rv64": ["gp"],
    }

    def __init__(self):
        self._registers = self._find_registers()
        state = gdb.lookup_global_symbol("percpu::internal::state")
        if state is None:
            raise gdb.GdbError("percpu: the image has no debug information "
                               "of the percpu library; compile it with -g")
        try:
            count = state.value()["cpu_count"]
            table = gdb.Value(self._address_of("_percpu_register_table"))
            table = table.cast(count.type.pointer())
            self._values = [int(table[cpu]) for cpu in range(int(count))]
        except gdb.MemoryError as error:
            raise gdb.GdbError("percpu: the selected CPU does not map the "
                               "kernel yet; %s" % error)
        self._bias = self._address_of("_percpu_register_bias")

    def count(self):
        """The number of CPUs that have an area: 0 before init()."""
        return len(self._values)

    def base(self, cpu):
        """The address of a CPU's area."""
        if not self._values:
            raise gdb.GdbError("percpu: no CPU has an area yet; "
                               "percpu::init() has not returned")
        if not 0 <= cpu < len(self._values):
            raise gdb.GdbError("percpu: CPU %d has no area; there are %d" %
                               (cpu, len(self._values)))
        return self._values[cpu] - self._bias

    def cpu_of_selected_thread(self):
        """The CPU whose area the selected thread's register leads to.

        None where it leads to no area. QEMU numbers its threads in another
        order than the kernel may number its CPUs.
        """
        for name in self._registers:
            try:
                value = gdb.newest_frame().read_register(name)
            except ValueError:  # QEMU does not show this one
                continue
            value = int(value) % 2**64
            if value in self._values:
                return self._values.index(value)
        return None

    def current_cpu(self):
        """The same, or an error that says why there is none."""
        if gdb.selected_thread() is None:
            raise gdb.GdbError("percpu: no machine is attached")
        self.base(0)
        cpu = self.cpu_of_selected_thread()
        if cpu is None:
            raise gdb.GdbError(
                "percpu: $%s does not lead to the selected CPU's area; it has "
                "not called percpu::init_percpu_reg(), or it is in user mode; "
                "name a CPU" % " or $".join(self._registers))
        return cpu

    def threads(self):
        """The number of the thread on each CPU, by CPU."""
        selected = gdb.selected_thread()
        if selected is None:
            return {}
        frame = gdb.selected_frame()
        numbers = {}
        for thread in gdb.selected_inferior().threads():
            thread.switch()
            numbers[self.cpu_of_selected_thread()] = thread.num
        selected.switch()
        frame.select()
        return numbers

    @staticmethod
    def _find_registers():
        architecture = gdb.selected_inferior().architecture().name()
        for name, registers in PercpuAreas.REGISTERS.items():
            if architecture.startswith(name):
                return registers
        raise gdb.GdbError("percpu: gdb takes the machine for %s, which the "
                           "image is not; use a gdb that knows %s" %
                           (architecture, ", ".join(PercpuAreas.REGISTERS)))

    @staticmethod
    def _address_of(symbol):
        return int(gdb.parse_and_eval("(unsigned long) &" + symbol))


class PercpuVariable(
        collections.namedtuple("PercpuVariable", "name part symbol")):
    """A variable by its qualified name, its part of the area and its storage.

    The storage is linked at the offset that the variable has in each area.
    """

    # How `info variables` prints storage (percpu/define.h).
    LINE = re.compile(r"percpu::internal::Type<.*> (.+)_percpu_([a-z_]+);$")

    @staticmethod
    def all():
        """All variables of the image, in the order of an area."""
        objfile = gdb.current_progspace().objfiles()[0]
        if not hasattr(objfile, "percpu_variables"):
            objfile.percpu_variables = PercpuVariable._read_all()
        return objfile.percpu_variables

    @staticmethod
    def find(name):
        """The one that is called so, or an error."""
        file, name = re.fullmatch(r"(?:(.*[^:]):(?!:))?(.*)", name).groups()
        found = [variable for variable in PercpuVariable.all()
                 if file is None or variable.file().endswith(file)]
        found = ([variable for variable in found
                  if name in (variable.name, variable.short_name())] or
                 [variable for variable in found
                  if variable.short_name().endswith("::" + name)])
        if len(found) > 1:
            here = PercpuVariable._selected_file()
            found = ([variable for variable in found
                      if variable.file() == here] or found)
        if not found:
            raise gdb.GdbError("percpu: there is no per-CPU variable %s; "
                               "info percpu lists them" % name)
        if len(found) > 1:
            raise gdb.GdbError("percpu: %s may be %s" % (name, " or ".join(
                "%s:%s" % (variable.file(), variable.short_name())
                for variable in found)))
        return found[0]

    def short_name(self):
        """The name without anonymous namespaces."""
        return self.name.replace("(anonymous namespace)::", "")

    def file(self):
        """The source file that defines it."""
        return self.symbol.symtab.filename

    def offset(self):
        """The offset in an area, in bytes."""
        return int(self.symbol.value().address)

    def type(self):
        """The type that the definition names."""
        return self.symbol.type.strip_typedefs()

    def at(self, base):
        """The copy in the area at `base`."""
        pointer = gdb.Value(base + self.offset()).cast(self.type().pointer())
        return pointer.dereference()

    @staticmethod
    def _read_all():
        lines = gdb.execute("with language c++ -- info variables -q -n "
                            "_percpu_[a-z_]*$", to_string=True).splitlines()
        names = {match.groups()
                 for match in map(PercpuVariable.LINE.search, lines) if match}
        if not names:
            raise gdb.GdbError("percpu: the image has no debug information "
                               "of per-CPU variables; compile it with -g")
        # The linker drops what nothing uses, and leaves 0 for its address.
        first = gdb.execute("info symbol 0", to_string=True)
        first = first.partition(" in section ")[0]
        variables = []
        for name, part in names:
            storage = "%s_percpu_%s" % (name, part)
            symbol = gdb.lookup_global_symbol(storage)
            symbols = ([symbol] if symbol else
                       gdb.lookup_static_symbols(storage))
            for symbol in symbols:
                variable = PercpuVariable(name, part, symbol)
                if variable.offset() != 0 or storage == first:
                    variables.append(variable)
        return sorted(variables, key=PercpuVariable.offset)

    @staticmethod
    def _selected_file():
        try:
            return gdb.selected_frame().find_sal().symtab.filename
        except (gdb.error, AttributeError):
            return None


class PercpuFunction(gdb.Function):
    """$percpu("name", cpu): CPU `cpu`'s copy of a per-CPU variable.

Usage: $percpu("name" [, cpu])

Without `cpu`, the copy of the selected thread's CPU. The result has the
variable's type and can be assigned to."""

    def __init__(self):
        super().__init__("percpu")

    def invoke(self, name, cpu=None):
        """Called by gdb."""
        areas = PercpuAreas()
        variable = PercpuVariable.find(name.string())
        cpu = areas.current_cpu() if cpu is None else int(cpu)
        return variable.at(areas.base(cpu))


class PercpuCommand(gdb.Command):
    """The CPUs' areas and variables, or one variable on every CPU.

Usage: info percpu [NAME]

A star marks the selected thread's CPU."""

    def __init__(self):
        super().__init__("info percpu", gdb.COMMAND_DATA)

    def complete(self, text, _word):
        """Called by gdb."""
        return [variable.short_name() for variable in PercpuVariable.all()
                if variable.short_name().startswith(text)]

    def invoke(self, argument, _from_tty):
        """Called by gdb."""
        areas = PercpuAreas()
        if argument:
            self._show_variable(PercpuVariable.find(argument), areas)
        else:
            self._show_areas(areas)
            self._show_variables()

    def _show_variable(self, variable, areas):
        print("%s: %s, %s, at offset 0x%x" % (
            variable.name, variable.type(), variable.part, variable.offset()))
        areas.base(0)
        for cpu, mark in self._marked(areas):
            value = variable.at(areas.base(cpu))
            print("%s %3d  %s" % (mark, cpu, value.format_string()))

    def _show_areas(self, areas):
        if areas.count() == 0:
            print("No CPU has an area yet: percpu::init() has not returned.")
            return
        threads = areas.threads()
        print("  CPU  Area                Thread")
        for cpu, mark in self._marked(areas):
            print("%s %3d  0x%016x  %s" % (
                mark, cpu, areas.base(cpu), threads.get(cpu, "")))

    @staticmethod
    def _show_variables():
        print("\n  Offset    Size  Part         Variable")
        for variable in PercpuVariable.all():
            print("  0x%-6x  %4d  %-11s  %s" % (
                variable.offset(), variable.type().sizeof, variable.part,
                variable.name))

    @staticmethod
    def _marked(areas):
        """Each CPU, and a star for the current one."""
        current = None
        if gdb.selected_thread() is not None:
            current = areas.cpu_of_selected_thread()
        return [(cpu, "*" if cpu == current else " ")
                for cpu in range(areas.count())]


PercpuFunction()
PercpuCommand()
