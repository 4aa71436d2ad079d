"""The way from records to a report: gather what there is, count, protect, write.

`gather` makes the material from a dataset's folder, a workbook, a release of DHRD or a library.
"""
