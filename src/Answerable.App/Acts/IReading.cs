namespace Answerable.App.Acts;

/// <summary>Something a person looks at: it changes nothing.</summary>
public interface IReading<TResult> : IReading;

/// <summary>Any reading, whatever it answers.</summary>
public interface IReading;
