-- The statements that a whole answer for their scope no longer has: made before it, inside what it asked for, and of a flow
-- that none of its documents states.
SELECT f.flow_id, f.document, f.place, $day AS day
FROM flow f
WHERE f.known_from < $day AND ($further)
  AND $inside
  AND NOT EXISTS (FROM flow_gone g WHERE g.document = f.document AND g.place = f.place AND g.day < $day)
  AND f.flow_id NOT IN (SELECT s.flow_id FROM flow s WHERE s.document IN ($documents))
