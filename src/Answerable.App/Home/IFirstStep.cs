using Answerable.App.Acts;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What a module needs done once before a new centre can be at work. Home asks them all and knows none.</summary>
internal interface IFirstStep
{
    /// <summary>Lower comes earlier.</summary>
    int Place { get; }

    string Words { get; }

    string Why { get; }

    /// <summary>The page where it is done, by those who may.</summary>
    string Url { get; }

    Permission By { get; }

    /// <summary>By what is really there, whoever did it and however.</summary>
    Task<bool> DoneAsync(ReadingContext context, CancellationToken stop);
}
