using Mediator;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>The call as a message, for the source-generated Mediator.</summary>
public sealed record ScoreRequest(int Value) : IRequest<int>;

/// <summary>Answers the message.</summary>
public sealed class ScoreHandler(Scorer scorer) : IRequestHandler<ScoreRequest, int>
{
    /// <inheritdoc/>
    public ValueTask<int> Handle(ScoreRequest request, CancellationToken cancellationToken) => new(scorer.Score(request.Value));
}
