// Chooses the screen by where the person is: at the entrance, inside, in another tab, or out.
import { Entrance } from './entrance/Entrance.tsx';
import { Hud } from './hud/Hud.tsx';
import { useUi } from './Ui.ts';

export function App() {
  const { app } = useUi();
  switch (app.phase.value) {
    case 'entrance':
      return <Entrance />;
    case 'inside':
      return <Hud />;
    case 'elsewhere':
    case 'refused':
      return null;
  }
}
