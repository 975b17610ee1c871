-- Commitments and payments by destination and source plan. What may be internal is decided by plan, in the caller.
SELECT dst_plan, src_plan, coalesce(NOT new_money, stated_boundary = 'internal') AS may_be_internal, source_partial, count(*), sum(amount_usd)
FROM flow
WHERE $latest_word AND dst_plan IS NOT NULL AND status <> 'pledge'
GROUP BY ALL
