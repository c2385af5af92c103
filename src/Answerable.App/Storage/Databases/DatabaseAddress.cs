namespace Answerable.App.Storage;

/// <summary>Where the centre's database is: a SQLite file or a PostgreSQL connection string.</summary>
internal sealed record DatabaseAddress(string Text);
