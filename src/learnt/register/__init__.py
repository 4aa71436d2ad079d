"""The case register as files: what its tables are, and how they are read, checked and written."""

from learnt.register.problems import Problem, ReadRegister
from learnt.register.reading import read_register
from learnt.register.relationships import invert_back, invert_relationship
from learnt.register.schema import Choices, Column, Schema, Table, schema
from learnt.register.template import write_template
from learnt.register.writing import write_folder, write_workbook

__all__ = [
    "Choices",
    "Column",
    "Problem",
    "ReadRegister",
    "Schema",
    "Table",
    "invert_back",
    "invert_relationship",
    "read_register",
    "schema",
    "write_folder",
    "write_template",
    "write_workbook",
]
