-- The latest word on every flow that touches a country in a year, with where it stands to the two together.
WITH placed AS (
    SELECT flow.*,
           coalesce($destination_inside, false) AS destination_inside,
           coalesce($source_inside, false) AS source_inside,
           coalesce($destination_shared, false) AS destination_shared,
           coalesce($source_shared, false) AS source_shared
    FROM flow
    WHERE $latest_word
),
bounded AS (
    SELECT *,
           CASE WHEN NOT destination_inside THEN 'outgoing'
                WHEN source_inside AND coalesce(NOT new_money, stated_boundary = 'internal') THEN 'internal'
                ELSE 'incoming' END AS boundary
    FROM placed
    WHERE destination_inside OR source_inside
),
-- HDX's own files state this for a country and year; and they do not say how objects of one type relate.
hdx_flow AS (
    SELECT *,
           CASE WHEN source_partial AND stated_boundary::VARCHAR = boundary THEN stated_on_boundary::VARCHAR
                WHEN destination_shared OR (boundary = 'outgoing' AND source_shared) THEN 'shared'
                ELSE 'single' END AS on_boundary
    FROM bounded
)
