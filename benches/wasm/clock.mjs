// Measures subjects side by side; runs in Node and, as a text, in Chromium.

/**
 * The time of a call in milliseconds for each subject that was loaded, on one text: what a tenth of the calls stay below.
 * On a quiet machine that is the median; on a busy one the median tells how often the others interrupt, the longer calls
 * most of all. The subjects take turns; a sample lasts `atLeast` milliseconds, for clocks that are coarse.
 */
export async function times(loaded, text, { rounds, atLeast }) {
  async function sample({ run, prepare }, times) {
    let spent = 0;
    for (let i = 0; i < times; i++) {
      const given = prepare ? prepare(text) : text;
      const start = performance.now();
      const answer = run(given);
      if (answer instanceof Promise) await answer;
      spent += performance.now() - start;
    }
    return spent / times;
  }
  // A part that is prepared is timed alone, call by call: a coarse clock then needs many.
  const repeats = [];
  for (const subject of loaded) {
    for (let i = 0; i < 5; i++) await sample(subject, 1);
    const one = await sample(subject, 3);
    repeats.push(Math.min(1000, Math.ceil(atLeast / Math.max(one, 1e-4))));
  }
  const samples = loaded.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of loaded.entries()) samples[index].push(await sample(subject, repeats[index]));
  }
  return samples.map((of) => of.sort((a, b) => a - b)[Math.floor(of.length / 10)]);
}
