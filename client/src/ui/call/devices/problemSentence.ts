// Why there is no microphone or camera, and what to do about it, as one sentence.
import type { DeviceProblem } from '../../../media/CallModel.ts';
import type { Say } from '../../Ui.ts';

export const microphoneSentence = (problem: DeviceProblem, t: Say): string => t(`problem.mic.${problem}`);

export const cameraSentence = (problem: DeviceProblem, t: Say): string => t(`problem.camera.${problem}`);
