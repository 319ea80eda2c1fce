namespace Pipeline.AspNetCore.Problems;

/// <summary>The request is its caller's mistake: the answer says what is wrong, and nothing is logged.</summary>
internal sealed class RequestRefusedException(int status, string message, ArgumentProblems? problems = null) : Exception(message)
{
    public int Status { get; } = status;

    public ArgumentProblems? Problems { get; } = problems;
}
