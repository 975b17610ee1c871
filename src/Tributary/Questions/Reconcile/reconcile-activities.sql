-- The latest word on activities: who reports them, and all identifiers by which others may name them.
SELECT document, record, line, activity_id, reporter_ref, reporter_name, title,
       array_to_string(regexp_extract_all(details, '\["other-identifier",\{[^}]*"ref":"([^"]*)"', 1), chr(10))
FROM activity
WHERE $latest_word
