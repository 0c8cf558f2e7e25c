// Measures subjects side by side; runs in Node and, as a text, in Chromium.

/**
 * The median of a call in milliseconds for each subject that was loaded, on one text. The subjects take turns, so that
 * whatever else the machine does falls on all of them; a sample lasts `atLeast` milliseconds, for clocks that are coarse.
 */
export async function medians(loaded, text, { rounds, atLeast }) {
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
  const times = [];
  for (const subject of loaded) {
    for (let i = 0; i < 5; i++) await sample(subject, 1);
    const one = await sample(subject, 3);
    times.push(Math.min(1000, Math.ceil(atLeast / Math.max(one, 1e-4))));
  }
  const samples = loaded.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of loaded.entries()) samples[index].push(await sample(subject, times[index]));
  }
  return samples.map((of) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)]);
}
