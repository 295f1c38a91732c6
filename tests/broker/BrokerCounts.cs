namespace Participatie.Broker;

/// <summary>How a queue stands, and what happened to it since it was made.</summary>
/// <param name="Active">Waiting for a receiver.</param>
/// <param name="Locked">With a receiver that did not settle yet.</param>
/// <param name="Dead">Dead letters.</param>
/// <param name="Sent">Messages that were taken in.</param>
/// <param name="Delivered">Deliveries, also of the same message again.</param>
/// <param name="Completed">Messages that ended well.</param>
/// <param name="Renewed">Locks that were renewed.</param>
public sealed record BrokerCounts(int Active, int Locked, int Dead, int Sent, int Delivered, int Completed, int Renewed);
