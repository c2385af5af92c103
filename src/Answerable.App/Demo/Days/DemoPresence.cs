using Answerable.Model.People;

namespace Answerable.App.Demo.Days;

internal sealed record DemoPresence(DemoPerson Person, DateTimeOffset At, Presence From, Presence To);

/// <summary>One day: what came and went, and what people said they were doing.</summary>
internal sealed record DemoDay(DateOnly Day, IReadOnlyList<DemoContact> Contacts, IReadOnlyList<DemoPresence> Presences);
