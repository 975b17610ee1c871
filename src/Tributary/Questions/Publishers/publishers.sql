-- What each publisher's transactions state. "The other side" of money that comes in is its provider, of all other money its receiver.
WITH latest AS (SELECT * FROM activity WHERE $latest_word),
shared AS (
    SELECT s.document, s.record, s.transaction, bool_or(s.kind = 'country') AS country, bool_or(s.kind <> 'sector') AS place, bool_or(s.kind = 'sector') AS sector
    FROM activity_share s JOIN latest a ON a.document = s.document AND a.record = s.record
    GROUP BY ALL),
judged AS (
    SELECT a.reporter_ref, a.reporter_name, a.document, a.record, t.date,
           coalesce(t.humanitarian, a.humanitarian, false) AS is_humanitarian,
           CASE WHEN $is_incoming THEN t.provider_activity ELSE t.receiver_activity END AS other_activity,
           CASE WHEN $is_incoming THEN t.provider_ref ELSE t.receiver_ref END AS other_ref,
           CASE WHEN $is_incoming THEN t.provider_name ELSE t.receiver_name END AS other_name,
           coalesce(own.country, false) OR coalesce(whole.country, false) AS has_country,
           coalesce(own.place, false) OR coalesce(whole.place, false) AS has_place,
           coalesce(own.sector, false) OR coalesce(whole.sector, false) AS has_sector
    FROM activity_transaction t JOIN latest a ON a.document = t.document AND a.record = t.record
    LEFT JOIN shared own ON own.document = t.document AND own.record = t.record AND own.transaction = t.ordinal
    LEFT JOIN shared whole ON whole.document = t.document AND whole.record = t.record AND whole.transaction = 0)
SELECT reporter_ref, reporter_name, count(*), count(*) FILTER (is_humanitarian), count(*) FILTER (date IS NULL), max(date),
       count(*) FILTER (other_activity IS NOT NULL),
       count(*) FILTER (other_activity IS NULL AND regexp_matches(o.text, '^[A-Za-z]{2,3}-[A-Za-z0-9_]+(-\S.*)?$')),
       count(*) FILTER (has_country), count(*) FILTER (has_place), count(*) FILTER (has_sector),
       count(*) FILTER (other_activity IS NOT NULL OR other_ref IS NOT NULL OR other_name IS NOT NULL)
FROM judged LEFT JOIN term o ON o.code = other_ref
GROUP BY ALL
