'use strict';
// Levels for games in real time: short, and the same place and friend twice in a row.

const level = (first, touch) => `title: Short
ages: 6 to 36 months
away:
  first: ${first}
  longest: 4.0
  step: 1.25
rounds: 5
scenes:
  - place: theatre
    friend: bear
  - place: sofa
    friend: duck
backdrop: garden
touch: ${touch}
peek: 0.15
longest_session: 180
sound_while_away: yes
`;

module.exports = { level };
