namespace Answerable.Model.Planning;

public readonly record struct SeriesId(Guid Value) : IStrongId<SeriesId>
{
    public static SeriesId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
