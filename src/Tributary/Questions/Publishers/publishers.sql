-- What each publisher's transactions state. "The other side" of money that comes in is its provider, of all other money its receiver.
WITH latest AS (SELECT * FROM activity WHERE $latest_word),
shared AS (
    SELECT DISTINCT s.document, s.record, s.transaction, s.kind = 'sector' AS is_sector, s.kind = 'country' AS is_country
    FROM activity_share s JOIN latest a ON a.document = s.document AND a.record = s.record),
judged AS (
    SELECT a.reporter_ref, a.reporter_name, a.document, a.record, t.date,
           coalesce(t.humanitarian, a.humanitarian, false) AS is_humanitarian,
           CASE WHEN t.type IN ($incoming) THEN t.provider_activity ELSE t.receiver_activity END AS other_activity,
           CASE WHEN t.type IN ($incoming) THEN t.provider_ref ELSE t.receiver_ref END AS other_ref,
           CASE WHEN t.type IN ($incoming) THEN t.provider_name ELSE t.receiver_name END AS other_name
           , EXISTS (FROM shared s WHERE s.document = t.document AND s.record = t.record AND s.transaction IN (0, t.ordinal) AND s.is_country) AS has_country
           , EXISTS (FROM shared s WHERE s.document = t.document AND s.record = t.record AND s.transaction IN (0, t.ordinal) AND NOT s.is_sector) AS has_place
           , EXISTS (FROM shared s WHERE s.document = t.document AND s.record = t.record AND s.transaction IN (0, t.ordinal) AND s.is_sector) AS has_sector
    FROM activity_transaction t JOIN latest a ON a.document = t.document AND a.record = t.record)
SELECT reporter_ref, reporter_name, count(*), count(*) FILTER (is_humanitarian), count(*) FILTER (date IS NULL), max(date),
       count(*) FILTER (other_activity IS NOT NULL),
       count(*) FILTER (other_activity IS NULL AND regexp_matches(o.text, '^[A-Za-z]{2,3}-[A-Za-z0-9_]+(-\S.*)?$')),
       count(*) FILTER (has_country), count(*) FILTER (has_place), count(*) FILTER (has_sector),
       count(*) FILTER (other_activity IS NOT NULL OR other_ref IS NOT NULL OR other_name IS NOT NULL)
FROM judged LEFT JOIN term o ON o.code = other_ref
GROUP BY ALL
