-- The latest word on every flow whose destination is inside the boundary, with where it comes from.
WITH inside AS (
    SELECT flow.*, flow.rowid AS flow_row,
           $source_inside AS source_inside,
           $shared AS is_shared
    FROM flow
    $joins
    WHERE $where
),$grouped
counted AS (
    SELECT *,
           CASE WHEN source_inside AND coalesce(NOT new_money, stated_boundary = 'internal') THEN 'internal'
                ELSE 'incoming' END AS boundary,
           source_inside AND new_money IS NULL AS is_inferred
    FROM $of
)
