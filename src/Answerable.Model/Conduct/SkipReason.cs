namespace Answerable.Model.Conduct;

/// <summary>Why a step was left out. Reasons are coded so that they can be counted: habit, bad procedure or justified discretion.</summary>
public enum SkipReason
{
    NotSaid = 0,
    AlreadyDone = 1,
    DoesNotApply = 2,
    CustomerDeclined = 3,
    NotPossibleNow = 4,
    ReferralRefused = 5,
    Other = 6,
}

public static class SkipReasons
{
    public static string Words(this SkipReason reason) => reason switch
    {
        SkipReason.NotSaid => "No reason given",
        SkipReason.AlreadyDone => "Already done",
        SkipReason.DoesNotApply => "Does not apply here",
        SkipReason.CustomerDeclined => "The customer declined",
        SkipReason.NotPossibleNow => "Not possible now",
        SkipReason.ReferralRefused => "The referral was refused",
        SkipReason.Other => "Another reason",
    };
}
