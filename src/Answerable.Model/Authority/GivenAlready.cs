namespace Answerable.Model.Authority;

/// <summary>What has been given already of a limit.</summary>
/// <param name="Words">How much of how much, and over what.</param>
/// <param name="Until">Up to when the first of it counts; nothing where no time ends it, as in a contact or a case.</param>
/// <param name="AllUntil">Up to when the last of it counts.</param>
public sealed record GivenAlready(string Words, DateTimeOffset? Until, DateTimeOffset? AllUntil);
