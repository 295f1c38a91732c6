using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Hands over every response that is to be a row.</summary>
public delegate Task ScanResponses(TakeResponse take, CancellationToken cancellationToken);
