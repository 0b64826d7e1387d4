// question: evidence
// zh: 一条事实的全部出处
// en: Which sentences state a fact?
// wordings:
//   - {zh: "{fact}的出处", en: "evidence of {fact}"}
// parameters:
//   fact: {type: fact, required: true, zh: 事实, en: fact}
// columns:
//   {article: text, title: {type: text, zh: 标题, en: title}, outlet: text, published: date, start: integer,
//    end: {type: integer, zh: 截止字, en: to character}, sentence: text, rule: text, confidence: number, status: text, date: date}
// filters: none
// picture: list
MATCH (e:Evidence) WHERE e.fact = $fact
OPTIONAL MATCH (a:Article) WHERE a.id = e.article
RETURN e.article AS article,
  a.title AS title,
  a.source AS outlet,
  e.published AS published,
  e.start AS start,
  e.end AS end,
  e.text AS sentence,
  e.rule AS rule,
  e.confidence AS confidence,
  e.status AS status,
  e.date AS date
ORDER BY e.published, e.article, e.start, e.id
SKIP $skip LIMIT $limit
