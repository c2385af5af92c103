namespace Answerable.Model.People;

/// <summary>What a page, endpoint, act or reading may demand. Whoever lacks it is refused; nothing is open by default.</summary>
public enum Permission
{
    /// <summary>Open to nobody in particular: sign-in, health, static files.</summary>
    Anyone,
    /// <summary>Any signed-in person: home, own account.</summary>
    SignedIn,
    HandleContacts,
    TakeReferrals,
    ReadProcedures,
    WriteProcedures,
    PublishProcedures,
    ReadAuthority,
    SetAuthority,
    ReadMeasures,
    /// <summary>Set from when on a KPI is read with other parameters.</summary>
    DefineMeasures,
    ReadContacts,
    ReadPeople,
    AdministerPeople,
    ImportData,
    AdministerSystem,
    EraseCustomers,
    Plan,
    /// <summary>A service key of telephony, or a personal key of one who handles contacts.</summary>
    DeliverEvents,
}
