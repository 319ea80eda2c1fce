namespace Pipeline.Calls;

/// <summary>What an exception says, even if it throws when asked.</summary>
internal static class ExceptionText
{
    public static string Message(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception)
        {
            return $"{exception.GetType().FullName} (its message cannot be read)";
        }
    }

    public static string? StackTrace(Exception exception)
    {
        try
        {
            return exception.StackTrace;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
