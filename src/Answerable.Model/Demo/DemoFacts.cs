using Answerable.Model.Journal;

namespace Answerable.Model.Demo;

/// <summary>An invented centre began to be filled in; what it tells is as of this moment.</summary>
/// <param name="Days">How many days of contacts it has behind it.</param>
[FactName("demo.begun")]
public sealed record DemoBegun(string Place, int Days, long Seed) : Fact;

[FactName("demo.filled")]
public sealed record DemoFilled(int Contacts) : Fact;
