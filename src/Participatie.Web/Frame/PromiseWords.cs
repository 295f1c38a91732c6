using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Web.Frame;

/// <summary>How a promise stands, in one or two sentences for everybody.</summary>
public static class PromiseWords
{
    public static string Of(Promise promise, InterfaceWords words)
    {
        var key = promise.Kind == PromiseKind.Results ? "promises.results" : "promises.decision";
        return promise.State switch
        {
            PromiseState.Met => words.Format($"{key}.met", words.Day(promise.Day), words.Day(promise.MetOn!.Value)),
            PromiseState.Late => words.Format($"{key}.late", words.Day(promise.Day), words.Day(promise.LateSince)),
            _ => words.Format($"{key}.due", words.Day(promise.Day)),
        };
    }
}
