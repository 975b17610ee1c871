-- A version of a list is the latest word from its day until that of the next version, whatever the next one has. Of two of one day
-- the one that states more counts (authority), then the hash, which only makes the choice repeatable: the other ends on the day it began.
UPDATE list_version SET known_to = next.day
FROM (
    SELECT v.document, lead(v.known_from) OVER (PARTITION BY v.list ORDER BY v.known_from, d.authority, d.sha256) AS day
    FROM list_version v JOIN document d ON d.code = v.document
) AS next
WHERE list_version.document = next.document AND list_version.known_to IS DISTINCT FROM next.day;
