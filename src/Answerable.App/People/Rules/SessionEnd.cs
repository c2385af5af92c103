namespace Answerable.App.People;

/// <summary>Why a session stands no more, as its person is told.</summary>
public enum SessionEnd
{
    SignedOut = 1,
    AccountClosed = 2,
    RolesChanged = 3,
    LeftIdle = 4,
}
