using Answerable.Model.Contacts;


namespace Answerable.App.Demo.Days;

/// <summary>A contact as it went. Durations are milliseconds.</summary>
/// <param name="Key">Its name in the demo: the same seed and day give the same.</param>
/// <param name="Customer">Which of the invented customers; none where nobody was told.</param>
internal sealed record DemoContact(string Key, DateTimeOffset ArrivedAt, Demand Demand, Channel Channel, string Type, int? Customer,
    ContactState State, long WaitMs)
{
    public long TalkMs { get; init; }
    public long HoldMs { get; init; }
    public long WrapMs { get; init; }
    public DemoPerson? Agent { get; init; }
    public bool Resolved { get; init; }
    /// <summary>Whether it was led by the procedure, and its outcome written down.</summary>
    public bool Guided { get; init; }
    public bool OutcomeKnown { get; init; }

    public ContactId Id => DemoId.Of<ContactId>($"contact/{Key}");
    public DateTimeOffset OverAt => ArrivedAt.AddMilliseconds(WaitMs + TalkMs + HoldMs + WrapMs);
}
