-- How near two descriptions are, by their first 500 characters, whatever their capitals.
SELECT first_row, second_row, jaro_similarity(lower(left(trim(a.description), 500)), lower(left(trim(b.description), 500)))
FROM (VALUES $pairs) AS pairs(first_row, second_row)
JOIN flow a ON a.rowid = first_row
JOIN flow b ON b.rowid = second_row
