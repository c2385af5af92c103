using Answerable.Model.Journal;

namespace Answerable.Model.Authority;

[FactName("authority.kind-defined")]
public sealed record DecisionKindDefined(string Code, [Typed] string Name, bool Money) : Fact;

[FactName("authority.limit-set")]
public sealed record LimitSet(Limit Limit, Guid? InPlaceOf = null) : Fact;

[FactName("authority.limit-ended")]
public sealed record LimitEnded(Guid LimitId, DateTimeOffset To) : Fact;
