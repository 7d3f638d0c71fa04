/** Remembers what was made of short texts: tables hold the same few names and headers over and over. */
const LONGEST = 80;
const MOST = 5_000;

export function memoized<Answer>(compute: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let answer = known.get(text);
    if (answer === undefined) {
      if (known.size >= MOST) known.clear();
      known.set(text, (answer = compute(text)));
    }
    return answer;
  };
}
