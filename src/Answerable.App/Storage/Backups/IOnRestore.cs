namespace Answerable.App.Storage;

/// <summary>
/// What a module does with its rows in a database that comes out of a backup. The centre they were taken from may be at work still: what was its
/// servers' own is forgotten, and what goes out of the house rests until somebody says that this is the centre now.
/// </summary>
internal interface IOnRestore
{
    Task RestoredAsync(AnswerableDb db, DateTimeOffset now, CancellationToken stop);
}
