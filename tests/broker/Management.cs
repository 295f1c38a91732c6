using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Participatie.Broker;

/// <summary>What a client asks of a queue beside sending and receiving: longer locks, a look, and settling after its link broke.</summary>
internal static class Management
{
    private const int Ok = 200;
    private const int NothingThere = 204;
    private const int Gone = 410;
    private const int NotImplemented = 501;

    /// <summary>Whether the token by which a client comes in is good.</summary>
    public static Message AnswerToken(bool refused) => new()
    {
        ApplicationProperties = new ApplicationProperties
        {
            ["status-code"] = refused ? 401 : 202,
            ["status-description"] = refused ? "Unauthorized" : "Accepted",
        },
        BodySection = new AmqpValue { Value = null },
    };

    public static Message Answer(BrokerQueue queue, Message request)
    {
        var body = request.Body as Map ?? [];
        return (request.ApplicationProperties["operation"] as string) switch
        {
            "com.microsoft:renew-lock" => Renew(queue, body),
            "com.microsoft:update-disposition" => Settle(queue, body),
            "com.microsoft:peek-message" => Peek(queue, body),
            _ => Reply(NotImplemented, []),
        };
    }

    private static Message Renew(BrokerQueue queue, Map body)
    {
        var renewed = Tokens(body).Select(queue.Renew).ToList();
        return renewed.Contains(null)
            ? LockLost()
            : Reply(Ok, new Map { ["expirations"] = renewed.Select(until => until!.Value).ToArray() });
    }

    private static Message Settle(BrokerQueue queue, Map body)
    {
        DeliveryState state = (body["disposition-status"] as string) switch
        {
            "abandoned" => new Modified(),
            "suspended" => new Rejected
            {
                Error = new Error(new Symbol("com.microsoft:dead-letter"))
                {
                    Info = new Fields
                    {
                        [new Symbol("DeadLetterReason")] = body["deadletter-reason"],
                        [new Symbol("DeadLetterErrorDescription")] = body["deadletter-description"],
                    },
                },
            },
            _ => new Accepted(),
        };
        return Tokens(body).Select(token => queue.Settle(token, state)).ToList().Contains(false) ? LockLost() : Reply(Ok, []);
    }

    private static Message Peek(BrokerQueue queue, Map body)
    {
        var found = new List();
        foreach (var message in queue.Peek((long)body["from-sequence-number"], (int)body["message-count"]))
        {
            var bytes = message.Encode();
            found.Add(new Map { ["message"] = bytes.Buffer.AsSpan(bytes.Offset, bytes.Length).ToArray() });
        }

        return found.Count == 0 ? Reply(NothingThere, []) : Reply(Ok, new Map { ["messages"] = found });
    }

    private static Guid[] Tokens(Map body) => (Guid[])body["lock-tokens"];

    private static Message LockLost()
    {
        var reply = Reply(Gone, []);
        reply.ApplicationProperties["errorCondition"] = new Symbol("com.microsoft:message-lock-lost");
        return reply;
    }

    private static Message Reply(int status, Map body) => new()
    {
        ApplicationProperties = new ApplicationProperties { ["statusCode"] = status, ["statusDescription"] = "" },
        BodySection = new AmqpValue { Value = body },
    };
}
