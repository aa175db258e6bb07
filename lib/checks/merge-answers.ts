import type { Finding } from '../icp/finding.ts';
import type { Answer } from './define-check.ts';

/**
 * Asks for the answer to each number, with the parts of the answer's words. Numbers with the same answer and the same parts
 * become one answer about all of them, in the order of the first of each.
 */
export function mergeAnswers<AnswerCode extends string>(
  findings: readonly Finding[],
  answerTo: (finding: Finding) => readonly [answer: AnswerCode, ...parts: string[]],
): Answer<AnswerCode>[] {
  const merged = new Map<string, Answer<AnswerCode> & { about: Finding[] }>();
  for (const finding of findings) {
    const [answer, ...parts] = answerTo(finding);
    const key = JSON.stringify([answer, parts]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { answer, parts, about: [finding] });
    else known.about.push(finding);
  }
  return [...merged.values()];
}
