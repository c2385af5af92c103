namespace Answerable.Model.People;

/// <summary>How often one may be wrong before one has to wait, and how long: passwords and codes count together. The wait grows and stays short:
/// whoever guesses gets nowhere, and whoever is guessed at is never kept out for good.</summary>
public static class Lockout
{
    public const int Tries = 5;

    /// <summary>After the last of them; each wrong one more doubles it.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>So long without a wrong one, and those before are forgotten.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>In which the wrong ones from one network address are counted together.</summary>
    public static readonly TimeSpan AddressSpan = TimeSpan.FromMinutes(10);

    public static TimeSpan? WaitAfter(int tries) => tries < Tries ? null
        : tries - Tries >= 4 ? LongestWait
        : Wait * (1 << tries - Tries);
}
