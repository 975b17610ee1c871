-- Every statement of each flow that FTS had as a pledge at some time, the best first.
SELECT flow.flow_id, flow.status::VARCHAR, flow.boundary, flow.is_shared, ($latest_word) AS is_latest, flow.amount_usd,
       flow.decision_date, flow.date, flow.first_reported, flow.src_organization, flow.known_from, flow.document, flow.place
FROM counted AS flow
JOIN document ON document.code = flow.document
WHERE flow.flow_id IN (SELECT flow_id FROM counted WHERE status = 'pledge' AND boundary = 'incoming')
ORDER BY flow.flow_id, $best_first
