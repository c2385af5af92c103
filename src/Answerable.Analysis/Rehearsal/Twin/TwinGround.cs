using Answerable.Model.Authority;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>
/// What a version is rehearsed on: who comes, who is there, what may be decided, and how steps have gone so far. Durations are seconds.
/// </summary>
/// <param name="Type">The contact type's code.</param>
/// <param name="From">The midnight at which the first rehearsed day begins.</param>
public sealed record TwinGround(string Type, ProcedureId Procedure, DateTimeOffset From)
{
    /// <summary>Contacts of the type in each hour of a usual working day.</summary>
    public required IReadOnlyList<double> Arrivals { get; init; }

    /// <summary>Contacts of other types in each hour, which the same people serve.</summary>
    public IReadOnlyList<double> OtherArrivals { get; init; } = new double[24];
    public Spell OtherHandling { get; init; } = new(300, 0.8);

    /// <summary>How the contacts come: the shares of the channels.</summary>
    public IReadOnlyList<(Channel Channel, double Share)> Channels { get; init; } = [(Channel.Phone, 1)];

    /// <summary>Mean patience of those who wait.</summary>
    public double Patience { get; init; } = 180;
    public Spell Wrap { get; init; } = new(30, 0.8);

    /// <summary>From reaching the outcome to the end of the conversation.</summary>
    public Spell LastWords { get; init; } = new(10, 0.5);

    /// <summary>How each node has gone, by its key, which is stable over versions.</summary>
    public IReadOnlyDictionary<string, NodeHabit> Nodes { get; init; } = new Dictionary<string, NodeHabit>();

    /// <summary>How a node goes that nobody has walked yet.</summary>
    public Spell UsualStep { get; init; } = new(30, 0.8);

    /// <summary>Amounts asked for in the past, in pence, by kind of decision.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Amounts { get; init; } = new Dictionary<string, IReadOnlyList<long>>();
    public Matrix Matrix { get; init; } = Matrix.Empty;
    public IReadOnlyList<DecisionKind> Kinds { get; init; } = [];

    /// <summary>Who is there, lowest authority first.</summary>
    public required IReadOnlyList<TwinLevel> Levels { get; init; }
    public Repeats Repeats { get; init; } = new(0.05, 0.4, [1, 1, 1, 1, 1]);

    /// <summary>What the journal does not give yet and was taken as usual, each a sentence.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>What nobody should read the figures without.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];
}

/// <summary>A time that varies: its mean in seconds and its coefficient of variation.</summary>
public readonly record struct Spell(double Mean, double Variation);

/// <summary>How a node has gone in walks kept in the journal.</summary>
/// <param name="Answers">Of a decision: the share of each answer, by its key.</param>
/// <param name="Skipped">Share of visits in which the step was left out.</param>
/// <param name="Referred">Share of visits in which the contact itself was referred from here though nothing obliged to.</param>
public sealed record NodeHabit(Spell Time, IReadOnlyDictionary<string, double> Answers, double Skipped, double Referred);

/// <summary>The people of one role.</summary>
/// <param name="Servers">How many are there at once.</param>
/// <param name="TakesContacts">They take contacts that come in, not only referrals.</param>
/// <param name="Answering">How long they take over a decision put to them.</param>
/// <param name="Approved">Share of what is within their limit that they approve.</param>
public sealed record TwinLevel(Role Role, int Servers, bool TakesContacts, Spell Answering, double Approved);

/// <summary>Who comes again about the same matter.</summary>
/// <param name="Resolved">Share of those whose matter was recorded as settled; <paramref name="Unresolved"/> of those whose was not.</param>
/// <param name="Days">How many came again after one day, two days, ...</param>
public sealed record Repeats(double Resolved, double Unresolved, IReadOnlyList<double> Days);

/// <summary>The version rehearsed.</summary>
public sealed record TwinVersion(int Number, Chart Chart);
