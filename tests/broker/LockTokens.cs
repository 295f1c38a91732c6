using System.Runtime.CompilerServices;
using Amqp;

namespace Participatie.Broker;

/// <summary>The lock of each delivery: the client reads it from the delivery's tag, which the listener would number by itself.</summary>
internal static class LockTokens
{
    private static readonly ConditionalWeakTable<Message, object> Tokens = [];

    public static void Give(Message message, Guid token) => Tokens.AddOrUpdate(message, token);

    public static Guid? Of(Message? message) => message is not null && Tokens.TryGetValue(message, out var token) ? (Guid)token : null;
}
