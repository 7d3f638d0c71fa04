/** The worker that simulates: a file of its own, dist/simulation-worker.js. One question, one answer. */
import { answerOf, simulationOf, type SimulationNews, type SimulationQuestion } from './simulation-work';

/** Trials between two words of progress. */
const SLICE = 500;

const tell = (news: SimulationNews): void => {
  postMessage(news);
};

onmessage = ({ data: question }: MessageEvent<SimulationQuestion>) => {
  try {
    const simulation = simulationOf(question);
    while (!simulation.advance(SLICE)) tell({ done: simulation.trialsDone });
    tell({ answer: answerOf(simulation, question) });
  } catch {
    // Who asked works it out again, and says what is wrong.
    tell({ answer: null });
  }
};
