using Answerable.Analysis.Planning.Erlang;

namespace Answerable.Analysis.Planning.Sizing;

/// <summary>One quarter-hour of a sized day.</summary>
/// <param name="Minute">Minutes after midnight at which it begins.</param>
/// <param name="Contacts">Contacts expected in it.</param>
/// <param name="Required">The fewest agents at work that attain the goals, and the people to roster for them.</param>
/// <param name="AtWork">Agents that whole shifts put at work; null where no shifts cover the day.</param>
/// <param name="Staffed">The agents the figures are of.</param>
/// <param name="Figures">Its steady state with those agents; null without contacts.</param>
public sealed record SizedQuarter(int Minute, double Contacts, Staffing Required, int? AtWork, int Staffed, QueueFigures? Figures);
