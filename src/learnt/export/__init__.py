"""Export: reviews to JSON, CSV, a workbook or a table for the terminal."""
