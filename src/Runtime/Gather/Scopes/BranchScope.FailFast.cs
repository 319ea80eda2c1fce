namespace Pipeline;

internal sealed partial class BranchScope
{
    /// <summary>Runs a branch whose failure stops the others. Never throws: the task has the failure, whenever it happens.</summary>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> branch)
    {
        Retain();
        try
        {
            return await Start(branch).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Fail(exception);
            throw;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Joins the branches that <see cref="Run"/> started. The scope belongs to them from here on.</summary>
    public Task<TResults> JoinAll<TBranches, TResults>(TBranches branches)
        where TBranches : struct, IBranches<TResults>
    {
        Release();
        return Join<FailFastBranches<TBranches, TResults>, TResults>.Start(new(branches, this));
    }
}
