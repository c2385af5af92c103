namespace Answerable.Model.Ids;

/// <summary>An identity that cannot be mistaken for another kind's.</summary>
public interface IStrongId<TSelf> where TSelf : struct, IStrongId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}
