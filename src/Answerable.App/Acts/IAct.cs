namespace Answerable.App.Acts;

/// <summary>Something a person does: a command that changes rows and appends to the journal in one transaction.</summary>
public interface IAct<TResult> : IAct;

/// <summary>Any act, whatever comes of it.</summary>
public interface IAct;
