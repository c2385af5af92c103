using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>What somebody got to see, or laid hands on, of customers' data.</summary>
public enum Sight
{
    Contact,
    ContactAtDesk,
    Notes,
    Referral,
    ImportedRows,
    FileToImport,
    ContactsDownload,
    CustomerSearch,
    Erasure,
    ContactByKey,
    Looks,
}

/// <param name="Subject">Of what, by its number: never a word of it.</param>
public sealed record Look(Sight Sight, Guid? Subject);

/// <summary>A reading that shows customers' data, or an act that disposes of them: it leaves a trace of who, what and when.</summary>
internal interface ILook<in TResult>
{
    /// <summary>What was seen; nothing where what was found shows nobody.</summary>
    Look? Seen(TResult result);
}

/// <summary>Takes down who looked at what; whoever looks does not wait for it.</summary>
internal interface IWitness
{
    void Saw(Actor who, Look look);
}

/// <summary>Where the one who asks is just now: a page's address without anything personal in it, or none.</summary>
public interface IWhereabouts
{
    string? Page { get; }
}
