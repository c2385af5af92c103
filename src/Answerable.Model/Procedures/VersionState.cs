namespace Answerable.Model.Procedures;

/// <summary>The life of a version. Only a draft may be edited.</summary>
public enum VersionState
{
    Draft = 0,
    Consultation = 1,
    Trial = 2,
    Approved = 3,
    Published = 4,
    Superseded = 5,
    Withdrawn = 6,
}
