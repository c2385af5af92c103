namespace Answerable.Model.Ids;

public readonly record struct ContactId(Guid Value) : IStrongId<ContactId>
{
    public static ContactId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct CaseId(Guid Value) : IStrongId<CaseId>
{
    public static CaseId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct CustomerId(Guid Value) : IStrongId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ImportId(Guid Value) : IStrongId<ImportId>
{
    public static ImportId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct PersonId(Guid Value) : IStrongId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct KeyId(Guid Value) : IStrongId<KeyId>
{
    public static KeyId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct TeamId(Guid Value) : IStrongId<TeamId>
{
    public static TeamId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ReferralId(Guid Value) : IStrongId<ReferralId>
{
    public static ReferralId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct LimitId(Guid Value) : IStrongId<LimitId>
{
    public static LimitId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ProcedureId(Guid Value) : IStrongId<ProcedureId>
{
    public static ProcedureId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ContactTypeId(Guid Value) : IStrongId<ContactTypeId>
{
    public static ContactTypeId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct WalkId(Guid Value) : IStrongId<WalkId>
{
    public static WalkId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct RehearsalId(Guid Value) : IStrongId<RehearsalId>
{
    public static RehearsalId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct SeriesId(Guid Value) : IStrongId<SeriesId>
{
    public static SeriesId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct SavedScenarioId(Guid Value) : IStrongId<SavedScenarioId>
{
    public static SavedScenarioId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct DefinitionId(Guid Value) : IStrongId<DefinitionId>
{
    public static DefinitionId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct WorkId(Guid Value) : IStrongId<WorkId>
{
    public static WorkId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct SessionId(Guid Value) : IStrongId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>The centre itself: there is one, and it always bears the same number.</summary>
public readonly record struct CentreId(Guid Value) : IStrongId<CentreId>
{
    public static readonly CentreId TheOne = new(new Guid("0199c000-0000-7000-8000-0000000000ce"));
    public static CentreId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct CountersignatureId(Guid Value) : IStrongId<CountersignatureId>
{
    public static CountersignatureId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct LetterId(Guid Value) : IStrongId<LetterId>
{
    public static LetterId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
