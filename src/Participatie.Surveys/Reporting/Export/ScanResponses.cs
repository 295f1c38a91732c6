using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Hands over every response that is to be a row, in the order of their ids, and waits after each range of them. Between two ranges nothing
/// is held in the database.
/// </summary>
public delegate Task ScanResponses(TakeResponse take, Func<CancellationToken, ValueTask> afterRange, CancellationToken cancellationToken);

/// <summary>Hands over no more than their ids.</summary>
public delegate Task ScanIds(TakeId take, CancellationToken cancellationToken);
